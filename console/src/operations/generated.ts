/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
import type { DocumentTypeDecoration } from "@graphql-typed-document-node/core";
/** What an actor may be; each role belongs to one kind of party. */
export type Role =
  /** Registers parties, objects, actors and tokens. */
  | "CENTRE_ADMINISTRATOR"
  /** Reads everything at the national centre, changes nothing. */
  | "CENTRE_ANALYST"
  /** The national centre's duty officer. */
  | "CENTRE_OPERATOR"
  /** Reads the incidents on its own objects. */
  | "OWNER"
  /** Reports and submits for a SOC. */
  | "SOC_OPERATOR"
  /** Reads what its SOC may see. */
  | "SOC_READER";

export type MeQueryVariables = Exact<{ [key: string]: never }>;

export type MeQuery = {
  readonly me: {
    readonly id: string;
    readonly name: string;
    readonly roles: ReadonlyArray<Role>;
    readonly party:
      | { readonly __typename: "NationalCentre"; readonly id: string; readonly code: string; readonly name: string }
      | { readonly __typename: "Owner"; readonly id: string; readonly code: string; readonly name: string }
      | { readonly __typename: "Soc"; readonly id: string; readonly code: string; readonly name: string };
  };
};

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>["__apiType"]>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const MeDocument = new TypedDocumentString(`
    query Me {
  me {
    id
    name
    roles
    party {
      __typename
      id
      code
      name
    }
  }
}
    `) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
