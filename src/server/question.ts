import { Kind, print, visit, type DocumentNode, type SelectionNode } from "graphql";
import { hashOf } from "./kept-documents.js";
import { operationOf, type Operation } from "./operation.js";

/** What a subscription's document asks of each frame. */
interface Asked {
  /** As printed: white space and comments make no difference. */
  readonly text: string;
  /** The names of the variables in it. */
  readonly variables: ReadonlySet<string>;
}

/** By document, then by operation name. */
const asked = new WeakMap<DocumentNode, Map<string, Asked>>();

/**
 * What a subscription asks of each frame: the same for all whose frames have the same content. The arguments of the root select
 * frames and are no part of it.
 */
export function questionOf({ document, operationName, variables }: Operation): string {
  const ofDocument = asked.get(document) ?? new Map<string, Asked>();
  asked.set(document, ofDocument);
  const name = operationName ?? "";
  const known = ofDocument.get(name) ?? askedBy(document, operationName);
  ofDocument.set(name, known);
  const given = Object.entries(variables ?? {}).filter(([variable]) => known.variables.has(variable));
  given.sort(([one], [other]) => (one < other ? -1 : 1));
  return hashOf(JSON.stringify([known.text, name, given]));
}

function askedBy(document: DocumentNode, operationName: Operation["operationName"]): Asked {
  const operation = operationOf(document, operationName);
  const roots = (operation?.selectionSet.selections ?? []).map(withoutArguments);
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const variables = new Set<string>();
  for (const node of [...roots, ...fragments]) visit(node, { Variable: ({ name }) => void variables.add(name.value) });
  const definitions = operation?.variableDefinitions?.filter(({ variable }) => variables.has(variable.name.value));
  return { text: [...(definitions ?? []), ...roots, ...fragments].map(print).join("\n"), variables };
}

function withoutArguments(root: SelectionNode): SelectionNode {
  return root.kind === Kind.FIELD ? { ...root, arguments: [] } : root;
}
