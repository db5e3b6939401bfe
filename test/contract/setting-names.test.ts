import { expect, test } from "vitest";
import { ConfigError, readConfig, SETTINGS } from "../../src/platform/config.js";

/** The faults that `environment` has, or none. */
function faultsOf(environment: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

test.each([
  ["DATABSE_URL", "DATABASE_URL"],
  ["DATABASE_URI", "DATABASE_URL"],
  ["DATABASEURL", "DATABASE_URL"],
  ["DATABASE-URL", "DATABASE_URL"],
  ["DATABASE_URL ", "DATABASE_URL"],
  ["database_url", "DATABASE_URL"],
  ["DATBASE_URI", "DATABASE_URL"],
  ["export DATABASE_URL", "DATABASE_URL"],
  ["DABYL_DATABASE_URL", "DATABASE_URL"],
  ["DABIL_DATABSE_URL", "DATABASE_URL"],
  ["DATABASE_OWNERURL", "DATABASE_OWNER_URL"],
  ["DATABSE_POOL", "DATABASE_POOL"],
  ["SMTP_URI", "SMTP_URL"],
  ["SMPT_URL", "SMTP_URL"],
  ["DABYL_PORT", "PORT"],
  ["PROT", "PORT"],
  ["port", "PORT"],
  ["HOSST", "HOST"],
  ["NODE_EVN", "NODE_ENV"],
  ["NODEENV", "NODE_ENV"],
  ["DATADIR", "DATA_DIR"],
  ["LOGLEVEL", "LOG_LEVEL"],
  ["MAX_BODY_BYTE", "MAX_BODY_BYTES"],
  ["CLOCK_SPED", "CLOCK_SPEED"],
  ["DEMO_WORDL", "DEMO_WORLD"],
])("%s is refused, and %s named instead", (given, meant) => {
  expect(faultsOf({ [given]: "4000" })).toEqual([
    expect.stringContaining(`${given} is no setting: did you mean ${meant}?`),
  ]);
});

test("every setting is known by its own name, and one letter that is missing is found in all but the shortest", () => {
  for (const { name } of SETTINGS) {
    const complaints = faultsOf({ [name]: "x" }).filter((fault) => fault.includes("did you mean"));
    expect(complaints, name).toEqual([]);
    const letters = [...name.matchAll(/[A-Z]/g)].map(({ index }) => index);
    if (name.length > 5)
      for (const at of letters)
        expect(faultsOf({ [name.slice(0, at) + name.slice(at + 1)]: "x" }).join(), name).toContain("did you mean");
  }
});

/** What each of them really puts into a process's environment; values are made up. */
const ORDINARY: Readonly<Record<string, string>> = {
  "a login shell": `
    HOME=/home/aigerim LOGNAME=aigerim USER=aigerim SHELL=/bin/bash PWD=/srv OLDPWD=/ _=x HOSTNAME=gate1 HOSTTYPE=x86_64
    MACHTYPE=x OSTYPE=linux MAIL=/var/mail/aigerim SHLVL=1 LANG=kk_KZ.UTF-8 LC_ALL=C LS_COLORS=rs PATH=/usr/bin TERM=xterm
    EDITOR=vi TZ=UTC XDG_DATA_DIRS=/usr/share XDG_DATA_HOME=/h XDG_RUNTIME_DIR=/run/user/1 TMPDIR=/tmp DISPLAY=:0
    SSH_CLIENT=x SSH_TTY=/dev/pts/0 DBUS_SESSION_BUS_ADDRESS=unix:path NVM_DIR=/n PGHOST=db PGPORT=5432 PGDATABASE=x
    PGUSER=y PGPASSWORD=z PGSSLMODE=require PGDATA=/d`,
  Docker: `
    HOSTNAME=3f2a HOME=/root NODE_VERSION=24.21.0 YARN_VERSION=1.22.22 PATH=/usr/local/bin
    DATABASE_PORT=tcp://172.17.0.2:5432 DATABASE_PORT_5432_TCP=tcp://172.17.0.2:5432 DATABASE_PORT_5432_TCP_ADDR=172.17.0.2
    DATABASE_PORT_5432_TCP_PORT=5432 DATABASE_PORT_5432_TCP_PROTO=tcp DATABASE_NAME=/gateway/db
    DATABASE_ENV_POSTGRES_USER=dabyl_owner POSTGRES_USER=a POSTGRES_PASSWORD=b POSTGRES_DB=c`,
  Compose: `
    DATABASE_HOST=database DATABASE_PORT=5432 DATABASE_USER=dabyl DATABASE_PASSWORD=p DATABASE_NAME=dabyl SMTP_HOST=mail
    SMTP_PORT=25 SMTP_USER=dabyl SMTP_PASSWORD=p LOG_FORMAT=json DEBUG=x`,
  Kubernetes: `
    KUBERNETES_SERVICE_HOST=10.96.0.1 KUBERNETES_SERVICE_PORT=443 KUBERNETES_SERVICE_PORT_HTTPS=443
    KUBERNETES_PORT=tcp://10.96.0.1:443 KUBERNETES_PORT_443_TCP=tcp://10.96.0.1:443 KUBERNETES_PORT_443_TCP_PROTO=tcp
    KUBERNETES_PORT_443_TCP_PORT=443 KUBERNETES_PORT_443_TCP_ADDR=10.96.0.1
    DABYL_SERVICE_HOST=10.96.7.7 DABYL_SERVICE_PORT=4000 DABYL_PORT=tcp://10.96.7.7:4000
    DABYL_PORT_4000_TCP=tcp://10.96.7.7:4000 DABYL_PORT_4000_TCP_ADDR=10.96.7.7 DABYL_PORT_4000_TCP_PORT=4000
    DATABASE_SERVICE_HOST=10.96.3.3 DATABASE_SERVICE_PORT=5432 DATABASE_PORT=tcp://10.96.3.3:5432
    SMTP_SERVICE_HOST=10.96.4.4 SMTP_SERVICE_PORT=25 SMTP_PORT=tcp://10.96.4.4:25
    HOSTNAME=dabyl-6c9f-x2z POD_NAME=dabyl-6c9f-x2z POD_IP=10.1.1.1 NODE_NAME=worker-3 PORT=4000`,
  systemd: `
    INVOCATION_ID=0f JOURNAL_STREAM=8:1 SYSTEMD_EXEC_PID=7 MANAGERPID=1 NOTIFY_SOCKET=/run/n LISTEN_FDS=1 LISTEN_PID=7
    STATE_DIRECTORY=/var/lib/dabyl LOGS_DIRECTORY=/var/log/dabyl RUNTIME_DIRECTORY=/run/dabyl CACHE_DIRECTORY=/c
    CREDENTIALS_DIRECTORY=/run/c CONFIGURATION_DIRECTORY=/etc/dabyl MEMORY_PRESSURE_WATCH=/sys WATCHDOG_USEC=1 USER=dabyl`,
  "GitHub Actions": `
    CI=true GITHUB_ACTIONS=true GITHUB_ENV=/e GITHUB_PATH=/p GITHUB_TOKEN=t GITHUB_WORKSPACE=/w GITHUB_SERVER_URL=https://x
    GITHUB_API_URL=https://y GITHUB_REPOSITORY=a/b GITHUB_RUN_ID=1 RUNNER_OS=Linux RUNNER_NAME=r RUNNER_TEMP=/t
    RUNNER_DEBUG=1 ACTIONS_CACHE_URL=https://z ImageOS=ubuntu24 ImageVersion=1 JAVA_HOME_17_X64=/j
    DEPLOYMENT_BASEPATH=/opt PIPX_BIN_DIR=/o`,
  npm: `
    npm_config_loglevel=silent npm_config_port=1 npm_config_user_agent=npm npm_lifecycle_event=start npm_package_name=dabyl
    npm_package_config_port=1 npm_node_execpath=/n NPM_CONFIG_LOGLEVEL=info INIT_CWD=/w COLOR=1 NODE=/n NODE_ENV=test
    NODE_OPTIONS=--x NODE_PATH=/p NODE_EXTRA_CA_CERTS=/c VITEST=true VITEST_POOL_ID=1 VITEST_WORKER_ID=1
    NODENV_VERSION=24 DABYL_TOKEN=t DABYL_GENERATED=5`,
  "a scheduler that numbers ports": "HOST=10.0.0.1 PORT=31001 PORT0=31001 PORT1=31002 PORTS=31001,31002",
  "programs of others": "MODE=a POST=b SORT=c HOSTS=d EXPORT=e GHOST=f DABYL_HOME=/opt/dabyl DABYL_VERSION=1",
};

test.each(Object.entries(ORDINARY))("no complaint about what comes from %s", (_, variables) => {
  expect(faultsOf(environmentOf(variables))).toEqual([]);
});

function environmentOf(variables: string): Record<string, string> {
  return Object.fromEntries([...variables.matchAll(/(\S+?)=(\S+)/g)].map(([, name = "", value = ""]) => [name, value]));
}

test("a name for another program that says the same as the setting does no harm, nor does an empty one", () => {
  const url = "postgresql://dabyl@db.example/dabyl";
  expect(faultsOf({ DATABASE_URL: url, DATABASE_URI: url, SMTP_URI: "" })).toEqual([]);
});
