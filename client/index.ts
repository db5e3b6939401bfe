export { GatewayError, Refused, Rejected, SocketClosed, Unreachable, type Fault } from "./errors.js";
export type { Delivery, FeedVariables } from "./feeds.js";
export {
  acceptedOf,
  GatewayClient,
  type AcceptedOf,
  type Answer,
  type Asking,
  type ClientSettings,
  type Submitting,
} from "./gateway-client.js";
