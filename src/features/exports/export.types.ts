import { Field, InputType, ObjectType } from "type-graphql";
import type { ExportFormat } from "../../domain/exports.js";
import type { Instant } from "../../domain/instant.js";
import { registerValues } from "../../graph/enums.js";
import { PlainType } from "../../graph/plain-type.js";
import { DateTime } from "../../graph/scalars.js";
import { resultType, SubmissionAccepted, SubmissionInput } from "../submissions/submission.types.js";

export const ExportFormatEnum = registerValues<ExportFormat>("ExportFormat", "In what a list is exported.", {
  CSV: "Comma-separated values (RFC 4180) in UTF-8 with a byte-order mark: a head, and a line for each row. A text that a spreadsheet might take for a formula has an apostrophe before it.",
  NDJSON: "A line of JSON for each row, as it was selected: nested, and every value as it is.",
  XLSX: "A workbook of Office Open XML. Texts are texts, never formulas. A sheet holds 1,048,576 rows, its head included; more rows stand on further sheets. A cell holds 32,767 characters; a longer text is cut short and says so.",
});

@InputType({ description: "A list to be exported." })
export class PrepareExportInput extends SubmissionInput {
  @Field(() => String, {
    description:
      'A GraphQL document with one query of one list (F31): one field that has `nodes`, or fields one inside the other that lead to one, such as `{ soc(code: "X") { incidents { nodes { number } } } }`. The rows are what is selected in `nodes` or `edges`; what else is selected of the list is left out. Neither `first` nor `after`, `last`, `before`: the whole list is exported. At most 20,000 characters.',
  })
  document!: string;
  @Field(() => String, {
    nullable: true,
    description: "The variables of the document: one JSON object, as a text of at most 20,000 characters.",
  })
  variables?: string | null;
  @Field(() => ExportFormatEnum, { description: "In what it is exported." })
  format!: ExportFormat;
}

@PlainType({ description: "An export that was prepared." })
export class Export {
  @Field(() => String, {
    nullable: true,
    description:
      "Where the file is fetched, with GET and without a token: whoever has the address has the file, once. It is shown here and not stored. Without PUBLIC_URL it is relative to the gateway's own address. Null where the export was fetched already, its time is over, or somebody else prepared it.",
  })
  url!: string | null;
  @Field(() => DateTime, { description: "When the address stops working: ten minutes after it was prepared." })
  expiresAt!: Instant;
  @Field(() => [String], {
    description:
      "The columns of CSV and XLSX, in their order: the names in the answer from the row to each value, with dots between them. The values of a list stand in one cell, separated by `; `.",
  })
  columns!: readonly string[];
}

@ObjectType({ implements: SubmissionAccepted, description: "The export was prepared." })
export class ExportPrepared extends SubmissionAccepted {
  @Field(() => Export, { description: "Where it is fetched, and its columns." })
  export!: Export;
}

export const PrepareExportResult = resultType("PrepareExportResult", ExportPrepared);
