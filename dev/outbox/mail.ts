/** A mail as platform/mail hands it over. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly kind: string;
}

export interface KeptMail extends Mail {
  readonly id: number;
  /** Milliseconds. */
  readonly at: number;
}
