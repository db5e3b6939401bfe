/** What keeps a program from starting or continuing, worded for the person who started it. Shown without a stack trace. */
export class Hindrance extends Error {}

/** The oldest Node that has what is used here, such as Map.groupBy: major and minor version. */
const OLDEST_NODE = [22, 13] as const;

/** Milliseconds that a failed program has to end by itself. */
const PATIENCE = 5_000;

/**
 * Runs a program. A hindrance is reported by its message, anything else with its stack trace; both exit with 1, even if something
 * already started would keep the process alive: nothing restarts a process that serves nobody but is still running.
 */
export async function runProgram(program: () => Promise<void>): Promise<void> {
  try {
    judgeNode(process.versions.node);
    await program();
  } catch (error) {
    console.error(reasonOf(error));
    process.exitCode = 1;
    setTimeout(() => process.exit(), PATIENCE).unref();
  }
}

/** Throws a Hindrance for a Node with which programs start, and then fail at what it lacks. */
export function judgeNode(version: string): void {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldest, ofIt] = OLDEST_NODE;
  if (major > oldest || (major === oldest && minor >= ofIt)) return;
  throw new Hindrance(
    `This is Node ${version}, and Dabyl needs ${oldest}.${ofIt} or newer. npm scripts find the one that the install brought: node_modules/.bin/node.`,
  );
}

/** Only the stack of an error: its other properties may contain a statement's parameters. */
function reasonOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  return error instanceof Hindrance ? error.message : (error.stack ?? error.message);
}
