/** What a workspace allows to be done to what was said. */
export interface MessageRules {
  /** So many minutes a person can edit their own message; -1: for ever; 0: not at all. */
  readonly editWindowMinutes: number;
  /** Without it only admins and owners delete messages, also their own. */
  readonly allowDeletion: boolean;
}
