import { useQuery } from "@tanstack/react-query";
import { MyObjectsDocument, type MyObjectsQuery } from "../../operations/generated.js";
import { useSession } from "../../session/SessionContext.js";

export type MyObject = MyObjectsQuery["protectedObjects"]["nodes"][number];

const PAGE = 100;
/** Objects that are offered; what is not among them is named by its code. */
const MOST = 2_000;

/** The objects that the SOC may see, for its forms: none until they have been read. */
export function useMyObjects(): { readonly objects: readonly MyObject[]; readonly isLoading: boolean } {
  const session = useSession();
  const { data, isLoading } = useQuery(
    {
      queryKey: ["my objects"],
      queryFn: async ({ signal }) => {
        const objects: MyObject[] = [];
        for (let after: string | null = null; objects.length < MOST;) {
          const { nodes, pageInfo }: MyObjectsQuery["protectedObjects"] = (
            await session.link.client.ask(MyObjectsDocument, { first: PAGE, after }, { signal })
          ).protectedObjects;
          objects.push(...nodes);
          if (!pageInfo.hasNextPage) break;
          after = pageInfo.endCursor;
        }
        return objects;
      },
      // The register changes by the month: it is not read anew for each form.
      staleTime: 600_000,
    },
    session.readings.queries,
  );
  return { objects: data ?? [], isLoading };
}
