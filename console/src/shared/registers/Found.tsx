import type { ReactNode } from "react";
import { Empty, Loading, Refused } from "../../parts/States.js";
import { useTexts } from "../../texts/TextsContext.js";
import type { Register } from "./registers.js";

/** One row of a register, once it has been read; or that it is not there. */
export function Found<Row>({
  register,
  rows,
  children,
}: {
  readonly register: Register<unknown>;
  readonly rows: readonly Row[];
  readonly children: (row: Row) => ReactNode;
}) {
  const { shell } = useTexts();
  if (register.state === "LOADING") return <Loading />;
  if (register.state === "REFUSED")
    return <Refused message={register.says} onRetry={register.tryAgain} requestId={register.requestId} />;
  const [row] = rows;
  return row === undefined ? <Empty title={shell.errors.notFoundTitle}>{shell.errors.notFound}</Empty> : children(row);
}
