import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from "graphql";
import { tooCostly } from "../domain/refusal.js";
import type { OperationLimits } from "../platform/config.js";

/**
 * Tokens that a document may have per field, with fields counted once for each spread of their fragment: compiling takes time for
 * each.
 */
const TOKENS_FOR_FIELD = 4;
/** Fields of the same name at one place. graphql compares every pair, and their selections too. */
const REPEATS = 30;

/** The refusal of an operation that is too large. */
export function tooLarge(...fault: Parameters<typeof tooCostly>): GraphQLError {
  const originalError = tooCostly(...fault);
  return new GraphQLError(originalError.code, { originalError });
}

/** A validation rule: how deep an operation nests, and how many of the document's fields have aliases. */
export function limitsRule(limits: OperationLimits): (context: ValidationContext) => ASTVisitor {
  return (context) => {
    let aliases = 0;
    return {
      Field(node) {
        if (node.alias) aliases += 1;
      },
      OperationDefinition(node) {
        if (depthOf(node.selectionSet, context, new Map()) > limits.depth)
          context.reportError(tooLarge("depth", limits.depth));
      },
      Document: {
        leave() {
          if (aliases > limits.aliases) context.reportError(tooLarge("aliases", limits.aliases));
        },
      },
    };
  };
}

/** Fields on the deepest path. Each fragment is measured once; another rule reports a cycle, which ends here. */
function depthOf(
  selections: SelectionSetNode,
  context: ValidationContext,
  measured: Map<FragmentDefinitionNode, number>,
): number {
  const depths = selections.selections.map((selection) => {
    if (selection.kind === Kind.FIELD)
      return 1 + (selection.selectionSet ? depthOf(selection.selectionSet, context, measured) : 0);
    if (selection.kind === Kind.INLINE_FRAGMENT) return depthOf(selection.selectionSet, context, measured);
    const fragment = context.getFragment(selection.name.value);
    if (!fragment) return 0;
    const known = measured.get(fragment);
    if (known !== undefined) return known;
    measured.set(fragment, 0);
    const depth = depthOf(fragment.selectionSet, context, measured);
    measured.set(fragment, depth);
    return depth;
  });
  return Math.max(0, ...depths);
}

/** Why the document would take long to validate, or null. Fields of the same name are merged, as graphql does. */
export function widthFault({ definitions }: DocumentNode, limits: OperationLimits): GraphQLError | null {
  const most = Math.ceil(limits.tokens / TOKENS_FOR_FIELD);
  const fragments = new Map(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])),
  );
  let seen = 0;
  /** One place in the answer: the selections that are merged there. */
  function faultIn(place: readonly SelectionSetNode[], within: ReadonlySet<string>): GraphQLError | null {
    const byName = new Map<string, FieldNode[]>();
    const spread = new Set<string>();
    const open = [...place];
    for (let set = open.pop(); set; set = open.pop())
      for (const selection of set.selections) {
        seen += 1;
        if (seen > most) return tooLarge("fields", most);
        if (selection.kind === Kind.FIELD) {
          const name = (selection.alias ?? selection.name).value;
          const same = byName.get(name) ?? [];
          byName.set(name, same);
          same.push(selection);
          if (same.length > REPEATS) return tooLarge("repeats", REPEATS);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) open.push(selection.selectionSet);
        else {
          const fragment = fragments.get(selection.name.value);
          // Another rule reports a cycle.
          if (!fragment || spread.has(selection.name.value) || within.has(selection.name.value)) continue;
          spread.add(selection.name.value);
          open.push(fragment.selectionSet);
        }
      }
    const below = spread.size === 0 ? within : new Set([...within, ...spread]);
    for (const fields of byName.values()) {
      const inside = fields.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
      const fault = inside.length === 0 ? null : faultIn(inside, below);
      if (fault) return fault;
    }
    return null;
  }
  for (const definition of definitions) {
    const fault = "selectionSet" in definition ? faultIn([definition.selectionSet], new Set()) : null;
    if (fault) return fault;
  }
  return null;
}
