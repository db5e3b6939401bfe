import { Component, type ErrorInfo, type ReactNode } from "react";
import { useTexts } from "../texts/TextsContext.js";
import { PartMissing } from "../page/part.js";
import { Trouble } from "../page/Trouble.js";

interface Props {
  readonly children: ReactNode;
}

/** Shows what is to be done where a screen fails; the frame and the other screens go on. */
export class ErrorBoundary extends Component<Props, { readonly error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : <Failed error={this.state.error} />;
  }
}

function Failed({ error }: { readonly error: unknown }) {
  const { shell } = useTexts();
  return (
    <Trouble
      title={shell.errors.title}
      says={error instanceof PartMissing ? shell.errors.partMissing : shell.errors.unknown}
    >
      <button type="button" onClick={() => location.reload()}>
        {shell.errors.reload}
      </button>
    </Trouble>
  );
}
