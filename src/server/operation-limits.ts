import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from "graphql";
import { Refusal } from "../domain/refusal.js";
import { say } from "../domain/wording/wording.js";
import type { OperationLimits } from "../platform/config.js";

/** The refusal of an operation that is too large. */
export function tooCostly(measure: "tokens" | "depth" | "aliases" | "cost", limit: number): GraphQLError {
  const originalError = new Refusal("QUERY_TOO_COSTLY", say("operationTooCostly", { measure, limit }), [], { limit });
  return new GraphQLError("QUERY_TOO_COSTLY", { originalError });
}

/** A validation rule: how deep an operation reaches, and how many fields of the document are aliased. */
export function limitsRule(limits: OperationLimits): (context: ValidationContext) => ASTVisitor {
  return (context) => {
    let aliases = 0;
    return {
      Field(node) {
        if (node.alias) aliases += 1;
      },
      OperationDefinition(node) {
        if (depthOf(node.selectionSet, context, new Map()) > limits.depth)
          context.reportError(tooCostly("depth", limits.depth));
      },
      Document: {
        leave() {
          if (aliases > limits.aliases) context.reportError(tooCostly("aliases", limits.aliases));
        },
      },
    };
  };
}

/** Fields on the longest way down. Each fragment is measured once; a cycle is another rule's fault and ends here. */
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
