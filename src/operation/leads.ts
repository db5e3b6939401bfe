import {
  getNamedType,
  isCompositeType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  type SelectionSetNode,
} from "graphql";
import type { loadersOf } from "./stores.js";

/** The name of a loader. */
export type LoaderName = keyof ReturnType<typeof loadersOf>;

/** Where a field leads: its resolver asks this loader with what this column of the row holds. */
export interface Lead {
  readonly to: LoaderName;
  readonly by: string;
  /** True where the column is an array: the loader is asked with each of its values. */
  readonly isArray?: boolean;
  /** True where the field shows only some of the rows: what these lead to is not foreseen. */
  readonly goesNoFurther?: boolean;
}

/** Of a field whose value is the row itself, or part of it. */
export const SAME_ROW = "SAME_ROW";

/** Where the fields of types lead. A field that is missing here is loaded when its resolver asks. */
export type Leads = Readonly<Record<string, LeadsOfType>>;
type LeadsOfType = Readonly<Record<string, Lead | readonly Lead[] | typeof SAME_ROW>>;

/** A lead from such a row. */
type LeadFrom<Row> = Omit<Lead, "by" | "isArray"> &
  (
    | { readonly by: Holding<string | null, Row>; readonly isArray?: false }
    | { readonly by: Holding<readonly string[], Row>; readonly isArray: true }
  );
type Holding<Held, Row> = { [Column in keyof Row & string]: Row[Column] extends Held ? Column : never }[keyof Row &
  string];

/** Where the fields of a type lead whose value is such a row. */
export function leadsOf<Row>(
  fields: Readonly<Record<string, LeadFrom<Row> | readonly LeadFrom<Row>[] | typeof SAME_ROW>>,
): LeadsOfType {
  return fields;
}

/** What a question leads to: one loader, asked with what is in columns of rows that come before it. */
export interface Step {
  readonly to: LoaderName;
  readonly from: { readonly step: Step | null; readonly by: string; readonly isArray: boolean }[];
}

/** What a selection leads to. */
export interface Plan {
  /** The steps from the rows that a field returns, each after those that it starts from; null is where they start. */
  readonly steps: readonly Step[];
  /** The same for all selections of a field that lead to the same. */
  readonly shape: string;
}

/** A field that is asked for. */
export type Asked = Pick<GraphQLResolveInfo, "fieldName" | "fieldNodes" | "fragments" | "returnType" | "schema">;

/** By the first node of a field: a document is looked at once. */
const known = new WeakMap<FieldNode, { readonly nodes: readonly FieldNode[]; readonly plan: Plan }>();

/** What the selection of a field leads to. What is under `@skip` or `@include` is not foreseen. */
export function planOf(leads: Leads, asked: Asked): Plan {
  const { fieldNodes: nodes } = asked;
  const [first] = nodes;
  const found = first && known.get(first);
  if (found?.nodes.length === nodes.length && found.nodes.every((node, index) => node === nodes[index]))
    return found.plan;
  const steps = new Walk(leads, asked).steps();
  const plan = { steps, shape: [asked.fieldName, ...steps.map(shapeOf)].join(" ") };
  if (first) known.set(first, { nodes, plan });
  return plan;
}

function shapeOf({ to, from }: Step): string {
  return `${to}(${from.map(({ step, by }) => `${step?.to ?? ""}.${by}`).join()})`;
}

/** One walk through a selection. */
class Walk {
  private readonly found = new Map<LoaderName, Step>();
  /** Where a selection was walked through, by type and step: fragments that spread others twice would double the walk each time. */
  private readonly walked = new Map<SelectionSetNode, Set<string>>();

  constructor(
    private readonly leads: Leads,
    private readonly asked: Asked,
  ) {}

  steps(): readonly Step[] {
    for (const { selectionSet } of this.asked.fieldNodes)
      if (selectionSet) this.within(selectionSet, getNamedType(this.asked.returnType), null);
    const ordered: Step[] = [];
    const place = (step: Step | null): void => {
      if (!step || ordered.includes(step)) return;
      for (const { step: before } of step.from) place(before);
      ordered.push(step);
    };
    for (const step of this.found.values()) place(step);
    return ordered;
  }

  private within(selectionSet: SelectionSetNode, type: GraphQLNamedType, row: Step | null): void {
    const places = this.walked.get(selectionSet) ?? new Set();
    const place = `${type.name} ${row?.to}`;
    if (places.has(place)) return;
    this.walked.set(selectionSet, places.add(place));
    for (const selection of selectionSet.selections) {
      if (selection.directives?.length) continue;
      if (selection.kind === Kind.FIELD) this.field(selection, type, row);
      else {
        const fragment =
          selection.kind === Kind.FRAGMENT_SPREAD ? this.asked.fragments[selection.name.value] : selection;
        const condition = fragment?.typeCondition && this.asked.schema.getType(fragment.typeCondition.name.value);
        const isOther = isObjectType(type) && isObjectType(condition) && condition !== type;
        if (fragment && !isOther)
          this.within(fragment.selectionSet, isObjectType(type) ? type : (condition ?? type), row);
      }
    }
  }

  private field({ name, selectionSet }: FieldNode, type: GraphQLNamedType, row: Step | null): void {
    const leads = this.leads[type.name]?.[name.value] ?? [];
    const field = "getFields" in type ? type.getFields()[name.value] : undefined;
    const inside = field && "args" in field ? getNamedType(field.type) : null;
    const below = (step: Step | null): void => {
      if (selectionSet && isCompositeType(inside)) this.within(selectionSet, inside, step);
    };
    if (leads === SAME_ROW) below(row);
    else
      for (const lead of Array.isArray(leads) ? (leads as readonly Lead[]) : [leads as Lead]) {
        const step = this.follow(lead, row);
        if (step && !lead.goesNoFurther) below(step);
      }
  }

  /** The step to which a lead goes from a row; null where it would go round in a circle. */
  private follow({ to, by, isArray = false }: Lead, row: Step | null): Step | null {
    const step = this.found.get(to) ?? { to, from: [] };
    if (row && comesBefore(step, row)) return null;
    this.found.set(to, step);
    if (!step.from.some((from) => from.step === row && from.by === by)) step.from.push({ step: row, by, isArray });
    return step;
  }
}

function comesBefore(step: Step, other: Step): boolean {
  return step === other || other.from.some(({ step: before }) => before !== null && comesBefore(step, before));
}
