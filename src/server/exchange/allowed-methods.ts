import { say } from "../../domain/wording/wording.js";
import { HttpRefusal } from "../http-refusal.js";

/** The methods of each address, so that whoever uses another is told (RFC 9110, section 15.5.6). */
export class AllowedMethods {
  private readonly routes = new Map<string, { readonly address: RegExp; readonly methods: Set<string> }>();

  /** A route as it was registered: `:name` in it stands for one segment. */
  add(pattern: string, methods: string | readonly string[]): void {
    const address = new RegExp(`^${pattern.replaceAll(/:[^/]+/g, "[^/]+")}$`);
    const route = this.routes.get(pattern) ?? { address, methods: new Set() };
    for (const method of [methods].flat()) route.methods.add(method);
    this.routes.set(pattern, route);
  }

  /** Null where there is nothing at this address by any method. */
  refusal(url: string): HttpRefusal | null {
    const [path = ""] = url.split("?");
    const found = [...this.routes.values()].filter(({ address }) => address.test(path));
    if (found.length === 0) return null;
    const allowed = [...new Set(found.flatMap(({ methods }) => [...methods]))].toSorted().join(", ");
    return new HttpRefusal(405, say("methodUnfit", { allowed }), { allow: allowed });
  }
}
