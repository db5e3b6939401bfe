/** One page of a list, as the gateway answers it. */
export interface Page<Row> {
  readonly nodes: readonly Row[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Rows of one page where a whole list is read. */
export const OF_PAGE = 100;

/** Reads a list page by page to its end, or until there are `most` rows; `isWhole` is false where it has more. */
export async function readPages<Row>(
  read: (after: string | null) => Promise<Page<Row>>,
  most: number,
): Promise<{ readonly rows: readonly Row[]; readonly isWhole: boolean }> {
  const rows: Row[] = [];
  for (let after: string | null = null; ;) {
    const { nodes, pageInfo }: Page<Row> = await read(after);
    rows.push(...nodes);
    if (!pageInfo.hasNextPage || rows.length >= most) return { rows, isWhole: !pageInfo.hasNextPage };
    after = pageInfo.endCursor;
  }
}
