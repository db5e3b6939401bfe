import { asGateway, type Composed } from "./counted-incidents.js";
import { judgedUp } from "./public-lists.js";

/** Resolves once SOCs are told of all that is sealed, as of now. */
export async function sharedUp(world: Composed): Promise<void> {
  await judgedUp(world);
  for (;;) {
    const isMore = await asGateway(world, ({ sharing }) => sharing.answerSome(world.clock.now()));
    if (isMore === false) return;
  }
}
