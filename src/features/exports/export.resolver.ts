import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Refusal } from "../../domain/refusal.js";
import { say } from "../../domain/wording/wording.js";
import type { RequestContext } from "../../operation/request-context.js";
import { resultOf } from "../submissions/result.js";
import type { ExportService } from "./export.service.js";
import { ExportPrepared, PrepareExportInput, PrepareExportResult } from "./export.types.js";

@Resolver()
export class ExportMutations {
  constructor(private readonly exports: ExportService) {}

  @Mutation(() => PrepareExportResult, {
    description:
      "Prepares a list as a file, which is fetched from an address that works once and for ten minutes. The document is judged now as any operation is; what is in the list is read as the file is fetched, page after page, with the rights that you have then: if your token is revoked meanwhile, or you lose a role that it needs, the file breaks off. A file that breaks off shows it: its body has no end (RFC 9112, section 8). Each page is of its own moment: of a list in an order that changes, a row may come twice or be missed. Who prepared and fetched what, and how many rows and bytes with which SHA-256, stands in the journal. For the role EXPORTER.",
  })
  async prepareExport(
    @Arg("input", () => PrepareExportInput) { submissionKey, document, variables, format }: PrepareExportInput,
    @Ctx() context: RequestContext,
  ) {
    const tokenHash = context.caller.session?.tokenHash;
    // What it runs with is asked again when it is fetched.
    if (!tokenHash) throw new Refusal("UNAUTHENTICATED", say("unauthenticated", {}));
    const wanted = { document, variables: variables ?? null, format };
    const { outcome, prepared } = await context.act(() =>
      this.exports.prepare(context.sender, tokenHash, submissionKey, wanted),
    );
    return resultOf(ExportPrepared, outcome, context, { export: () => prepared });
  }
}
