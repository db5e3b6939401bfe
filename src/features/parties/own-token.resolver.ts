import { Ctx, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../operation/request-context.js";
import type { AccountService } from "./account.service.js";
import { TokenRevoked } from "./administration.types.js";

/** What everybody may do with the token that they have. */
@Resolver()
export class OwnTokenMutations {
  constructor(private readonly accounts: AccountService) {}

  @Mutation(() => TokenRevoked, {
    description:
      "Revokes the token that this very request is sent with, whosever it is and whatever its roles: signing out for good. Nobody can use it again, on this computer or another; sockets that were opened with it close (4403). Send it over HTTP: a socket may close before the answer.",
  })
  async revokeOwnToken(@Ctx() context: RequestContext) {
    const { tokenHash } = context.session;
    if (!tokenHash) throw new Error("this was not sent with a token");
    return { token: await context.act(() => this.accounts.revokeOwnToken(context.sender, tokenHash)) };
  }
}
