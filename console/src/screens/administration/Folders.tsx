import { useState } from "react";
import { useReading } from "../../session/reading.js";
import { CentreDocument } from "../../operations/generated.js";
import { Button } from "../../parts/Button.js";
import { DataTable } from "../../parts/DataTable.js";
import { Panel } from "../../parts/Panel.js";
import { Empty, Loading, Refused } from "../../parts/States.js";
import { useTexts } from "../../texts/TextsContext.js";
import { BindFolder, UnbindFolder } from "./acts/FolderDialogs.js";
import styles from "./Administration.module.css";
import type { Party } from "./ContactFacts.js";
import { Named } from "../../shared/registers/Named.js";
import { rowsOf, useOwners, useSocs } from "../../shared/registers/registers.js";

/** As whom the files of each party's reserve folder act. */
export function Folders() {
  const { administration } = useTexts();
  const { folders } = administration;
  const centre = useReading(CentreDocument, {});
  const socs = useSocs();
  const owners = useOwners();
  const [open, setOpen] = useState<{ readonly is: "BIND" | "UNBIND"; readonly party: Party } | null>(null);
  const parties: readonly Party[] = [
    ...(centre.state === "READY" ? [centre.data.me.party] : []),
    ...rowsOf(socs),
    ...rowsOf(owners),
  ];
  const refused = [centre, socs, owners].find((reading) => reading.state === "REFUSED");
  return (
    <Panel isFlush second={folders.why} title={administration.sections.folders}>
      {refused ? (
        <Refused message={refused.says} onRetry={refused.tryAgain} requestId={refused.requestId} />
      ) : [centre, socs, owners].some(({ state }) => state === "LOADING") ? (
        <Loading />
      ) : parties.length === 0 ? (
        <Empty title={folders.empty} />
      ) : (
        <DataTable
          columns={[
            { key: "party", name: folders.party, cell: (party) => <Named of={party} /> },
            {
              key: "acts as",
              name: folders.actsAs,
              cell: ({ reserveActor }) => reserveActor?.name ?? <span className={styles.second}>{folders.waits}</span>,
            },
            {
              key: "acts",
              name: <span className="visually-hidden">{folders.bind}</span>,
              isPlain: true,
              cell: (party) => (
                <span>
                  <Button isSmall onPress={() => setOpen({ is: "BIND", party })}>
                    {folders.bind}
                  </Button>{" "}
                  {party.reserveActor && (
                    <Button isSmall kind="quiet" onPress={() => setOpen({ is: "UNBIND", party })}>
                      {folders.unbind}
                    </Button>
                  )}
                </span>
              ),
            },
          ]}
          label={administration.sections.folders}
          rowKey={({ id }) => id}
          rows={parties}
        />
      )}
      {open?.is === "BIND" && <BindFolder onClose={() => setOpen(null)} party={open.party} />}
      {open?.is === "UNBIND" && <UnbindFolder onClose={() => setOpen(null)} party={open.party} />}
    </Panel>
  );
}
