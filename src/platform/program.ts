/** What keeps a program from starting or continuing, worded for the person who started it. Shown without a stack trace. */
export class Hindrance extends Error {}

/** Milliseconds that a failed program has to end by itself. */
const PATIENCE = 5_000;

/**
 * Runs a program. A hindrance is reported by its message, anything else with its stack trace; both exit with 1, even if something
 * already started would keep the process alive: nothing restarts a process that serves nobody but is still running.
 */
export async function runProgram(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    console.error(reasonOf(error));
    process.exitCode = 1;
    setTimeout(() => process.exit(), PATIENCE).unref();
  }
}

/** Only the stack of an error: its other properties may contain a statement's parameters. */
function reasonOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  return error instanceof Hindrance ? error.message : (error.stack ?? error.message);
}
