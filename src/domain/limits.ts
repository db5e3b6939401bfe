/** The sizes that a submission may have; each is a setting (docs/operations.md). */
export interface Limits {
  /** Characters of a text. */
  readonly text: number;
  /** Characters of a report's summary. */
  readonly summary: number;
  /** Indicators on one card. */
  readonly indicators: number;
  /** Notifications that one submission names. */
  readonly notifications: number;
  /** Characters of a submission key. */
  readonly submissionKey: number;
  /** Milliseconds by which a sender's clock may be ahead of ours. */
  readonly clockSkew: number;
}
