import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Person } from "../person/person.js";
import { preferences } from "../person/preferences.js";

/** A draft as it is kept in this browser, in clear. */
export interface KeptDraft {
  /** Party, actor, form and subject: nobody sees what somebody else of this browser was writing. */
  readonly id: string;
  readonly owner: string;
  readonly form: string;
  /** The incident's or notification's number; empty for a new one. */
  readonly subject: string;
  readonly value: unknown;
  /** Made with the draft and sent with every try. */
  readonly submissionKey: string;
  /** Milliseconds by the gateway's clock. */
  readonly savedAt: number;
}

interface Schema extends DBSchema {
  drafts: { key: string; value: KeptDraft; indexes: { owner: string } };
}

/** Milliseconds: thirty days. */
const KEPT_FOR = 30 * 86_400_000;

/** Milliseconds within which the browser opens its database; a form does not wait longer for what was kept. */
const OPENS_WITHIN = 5_000;

/** Rejects where the browser has no database, whether it says so or never answers. */
function opened(): Promise<IDBPDatabase<Schema>> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("The browser's database does not open.")), OPENS_WITHIN);
    openDB<Schema>("dabyl", 1, {
      upgrade: (database) => database.createObjectStore("drafts", { keyPath: "id" }).createIndex("owner", "owner"),
    }).then(resolve, reject);
  });
}

/** The drafts of one person in this browser. */
export class Drafts {
  private readonly owner: string;
  private readonly database: Promise<IDBPDatabase<Schema>>;

  constructor(
    { id, party }: Pick<Person, "id"> & { readonly party: { readonly id: string } },
    /** False: the gateway's operator wants nothing kept (CONSOLE_DRAFTS). What was kept before can be read, sent and thrown away. */
    public isAllowed: boolean,
    /** Milliseconds by the gateway's clock. */
    readonly now: () => number,
  ) {
    this.owner = `${party.id}/${id}`;
    this.database = opened();
    // A private window may refuse: whoever then reads or writes is told.
    this.database.catch(() => undefined);
  }

  idOf(form: string, subject: string): string {
    return `${this.owner}/${form}/${subject}`;
  }

  async read(form: string, subject: string): Promise<KeptDraft | undefined> {
    return (await this.database).get("drafts", this.idOf(form, subject));
  }

  /** Throws where the browser keeps nothing, or the person or the operator wants nothing kept. */
  async write(draft: Omit<KeptDraft, "id" | "owner">): Promise<void> {
    if (!this.isAllowed || !preferences.get().keepsDrafts) throw new Error("Drafts are switched off.");
    const id = this.idOf(draft.form, draft.subject);
    const keeping = (await this.database).transaction("drafts", "readwrite");
    const put = keeping.store.put({ ...draft, id, owner: this.owner });
    // A page that is being left is not there any more to end it by itself.
    keeping.commit();
    await Promise.all([put, keeping.done]);
  }

  async remove(form: string, subject: string): Promise<void> {
    await (await this.database).delete("drafts", this.idOf(form, subject));
  }

  /** What this person has begun and not sent, the latest first. */
  async all(): Promise<readonly KeptDraft[]> {
    const drafts = await (await this.database).getAllFromIndex("drafts", "owner", this.owner);
    return drafts.sort((a, b) => b.savedAt - a.savedAt);
  }

  /** On signing out, where the person says so. */
  async removeAll(): Promise<void> {
    await this.removeWhere(() => true);
  }

  /** Whatever has not been touched for thirty days. */
  async removeOld(): Promise<void> {
    await this.removeWhere(({ savedAt }) => savedAt < this.now() - KEPT_FOR);
  }

  async close(): Promise<void> {
    (await this.database).close();
  }

  private async removeWhere(isUnwanted: (draft: KeptDraft) => boolean): Promise<void> {
    const database = await this.database;
    for (const draft of await this.all()) if (isUnwanted(draft)) await database.delete("drafts", draft.id);
  }
}
