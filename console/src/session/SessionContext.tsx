import { createContext, use, type ReactNode } from "react";
import { useStore } from "../store.js";
import { type Act, may, type Person } from "../person/person.js";
import type { Session } from "./session.js";

const Context = createContext<Session | null>(null);

export function SessionProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  return <Context value={session}>{children}</Context>;
}

/** The signed-in person's session: `link`, `live`, `readings`, `drafts`. */
export function useSession(): Session {
  const session = use(Context);
  if (!session) throw new Error("Nobody is signed in here.");
  return session;
}

export function usePerson(): Person {
  return useStore(useSession().state, (state) => state.person);
}

/** Whether the person's roles permit it and the page is not locked. The gateway decides anew when it is done. */
export function useMay(act: Act): boolean {
  return useStore(useSession().state, ({ person, isLocked }) => !isLocked && may(person, act));
}
