import { IssueTokenDocument } from "../../../operations/generated.js";
import { useSession } from "../../../session/SessionContext.js";
import { useTexts } from "../../../texts/TextsContext.js";
import { writeDateTime } from "../../../time/write.js";
import { ActDialog } from "../ActDialog.js";
import { Line, Moment, useFields, useMoments } from "../fields.js";
import type { Account } from "../../../shared/registers/registers.js";
import { Secret } from "../Secret.js";

/** For how long a token is offered; milliseconds. */
const YEAR = 365 * 24 * 3_600_000;

/** Issues a token, which is shown in the answer, once. */
export function IssueToken({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const { administration } = useTexts();
  const { accounts, fields } = administration;
  const { clock } = useSession().link;
  const moments = useMoments();
  const { values, field } = useFields({ name: "", expiresAt: writeDateTime(clock.now() + YEAR) });
  return (
    <ActDialog
      act={accounts.issue}
      document={IssueTokenDocument}
      input={() => {
        const { name, expiresAt } = values;
        const faults = [...moments.missing({ expiresAt }), ...moments.faults({ expiresAt })];
        if (faults.length > 0) return faults;
        return { actorId: account.id, name: name.trim() || null, expiresAt: moments.read(expiresAt) ?? "" };
      }}
      labels={{ name: accounts.name, expiresAt: fields.expiresAt }}
      onClose={onClose}
      result={({ secret }) => <Secret label={accounts.issued1} secret={secret} why={accounts.issuedWhy} />}
      title={`${accounts.issue}: ${account.name}, ${account.party.code}`}
    >
      <p>{accounts.issueHelp}</p>
      <Line {...field("name")} help={accounts.nameHelp} label={administration.optional(accounts.name)} />
      <Moment {...field("expiresAt")} isRequired isToCome label={fields.expiresAt} />
    </ActDialog>
  );
}
