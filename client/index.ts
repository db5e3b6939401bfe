export { GatewayError, Refused, Rejected, SocketClosed, Unreachable, type Fault } from "./errors.js";
export type { Delivery, FeedVariables, HasCursor } from "./feeds.js";
export {
  acceptedOf,
  GatewayClient,
  type AcceptedOf,
  type Answer,
  type Link,
  type Tracking,
  type Asking,
  type ClientSettings,
  type Language,
  type Repeating,
  type Submitting,
  type TypedDocument,
} from "./gateway-client.js";
