export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
  /** What it is for, so that a log or an outbox can say it without the text. */
  readonly kind: 'sign-in-code';
}

/** Takes a mail for delivery; a throw means that it was not taken. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}
