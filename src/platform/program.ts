/** What keeps a program from starting or going on, in words for whoever started it. It is shown without a stack. */
export class Hindrance extends Error {}

/** Milliseconds in which a program that failed has to end by itself. */
const PATIENCE = 5_000;

/**
 * Runs a program. A hindrance is told in its own words, whatever else is thrown with its stack; both end with 1, also where something
 * that had been begun would go on: a process that serves nobody is started again by nobody.
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

/** Of an error of ours the stack alone: what else it carries may hold a statement's parameters. */
function reasonOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  return error instanceof Hindrance ? error.message : (error.stack ?? error.message);
}
