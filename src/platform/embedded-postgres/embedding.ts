/** What the program that embeds a PostgreSQL says of itself: nothing else in this folder knows anything of it. */
export interface Embedding<Role extends string = string> {
  /** Its name, in those of its locks and sessions. Programs that share a cluster must give the same. */
  readonly program: string;
  /** The names of files within the data folder. */
  readonly files: ClusterFiles;
  /** The database, and which of `roles` owns it. */
  readonly database: { readonly name: string; readonly owner: Role };
  /** Its roles besides the superuser. Each has its password in the file of secrets, under the key that it has here. */
  readonly roles: Readonly<Record<Role, ClusterRole>>;
  /** Roles without a login, by which of `roles` may become them. */
  readonly groups?: Readonly<Partial<Record<Role, readonly string[]>>>;
  readonly settingNames: SettingNames;
}

export interface ClusterFiles {
  /** The folder of the cluster itself, which PostgreSQL calls its data directory. */
  readonly cluster: string;
  readonly log: string;
  readonly secrets: string;
  readonly port: string;
}

interface ClusterRole {
  readonly name: string;
  /** More attributes for `create role`, in SQL. */
  readonly attributes?: string;
}

/** What the program's settings are called, for messages that say which to set. */
export interface SettingNames {
  /** The data folder. */
  readonly dataDir: string;
  /** The URL of a server to use instead. */
  readonly server: string;
}
