/** What keeps a program from starting or going on, in words for whoever started it. It is shown without a stack. */
export class Hindrance extends Error {}

/** Runs a program. A hindrance is told in its own words, whatever else is thrown with its stack; both end with 1. */
export async function runProgram(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    console.error(reasonOf(error));
    process.exitCode = 1;
  }
}

/** Of an error of ours the stack alone: what else it carries may hold a statement's parameters. */
function reasonOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  return error instanceof Hindrance ? error.message : (error.stack ?? error.message);
}
