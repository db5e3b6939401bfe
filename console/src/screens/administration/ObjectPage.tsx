import { useState } from "react";
import { Link } from "wouter";
import { useCommands } from "../../keyboard/commands.js";
import { Button } from "../../parts/Button.js";
import { useMay } from "../../session/SessionContext.js";
import { useTexts } from "../../texts/TextsContext.js";
import { EndDialog } from "./acts/EndDialog.js";
import { EndCoverage } from "./acts/EndCoverage.js";
import { ObjectForm } from "./acts/ObjectForm.js";
import { StartCoverage } from "./acts/StartCoverage.js";
import { ObjectView } from "../../shared/registers/ObjectView.js";
import { Found } from "../../shared/registers/Found.js";
import { type Coverage, type ProtectedObject, rowsOf, useObjects } from "../../shared/registers/registers.js";

type Open = { readonly kind: "CHANGE" | "END" | "COVER" } | { readonly kind: "UNCOVER"; readonly coverage: Coverage };

/** An object, for whoever keeps the register: what it is, whose, who covers it, and all that can be changed of it. */
export function ObjectPage({ code }: { readonly code: string }) {
  const register = useObjects();
  return (
    <Found register={register} rows={rowsOf(register).filter((object) => object.code === code.toUpperCase())}>
      {(object) => <Shown object={object} />}
    </Found>
  );
}

function Shown({ object }: { readonly object: ProtectedObject }) {
  const { administration } = useTexts();
  const { objects } = administration;
  const [open, setOpen] = useState<Open | null>(null);
  const mayAdminister = useMay("administer");
  const end = object.endedAt === null ? objects.end : administration.moveEnd;
  const offers = [
    { id: "change object", says: objects.change, keys: "KeyE", kind: "CHANGE" },
    { id: "cover object", says: objects.startCoverage, keys: "KeyN", kind: "COVER" },
    { id: "end object", says: end, keys: undefined, kind: "END" },
  ] as const;
  useCommands(
    mayAdminister
      ? offers.map(({ id, says, keys, kind }) => ({
          id,
          says,
          group: "here" as const,
          ...(keys ? { keys } : {}),
          run: () => setOpen({ kind }),
        }))
      : [],
  );
  const close = (): void => setOpen(null);
  return (
    <>
      <ObjectView
        acts={
          mayAdminister && (
            <>
              <Button icon="edit" onPress={() => setOpen({ kind: "CHANGE" })}>
                {objects.change}
              </Button>
              <Button kind="quiet" onPress={() => setOpen({ kind: "END" })}>
                {end}
              </Button>
            </>
          )
        }
        coverageActs={
          mayAdminister && (
            <Button icon="add" isSmall onPress={() => setOpen({ kind: "COVER" })}>
              {objects.startCoverage}
            </Button>
          )
        }
        crumbs={<Link href="/administration/objects">{administration.sections.objects}</Link>}
        object={object}
        {...(mayAdminister ? { onEndCoverage: (coverage: Coverage) => setOpen({ kind: "UNCOVER", coverage }) } : {})}
      />
      {open?.kind === "CHANGE" && <ObjectForm of={object} onClose={close} />}
      {open?.kind === "END" && <EndDialog of={object} onClose={close} what="ProtectedObject" />}
      {open?.kind === "COVER" && <StartCoverage object={object} onClose={close} />}
      {open?.kind === "UNCOVER" && <EndCoverage coverage={open.coverage} object={object} onClose={close} />}
    </>
  );
}
