/** What a workspace allows to be done to what was said. */
export interface MessageRules {
  /** So many minutes a person can edit their own message; -1: for ever; 0: not at all. */
  readonly editWindowMinutes: number;
  /** Without it only admins and owners delete messages, also their own. */
  readonly allowDeletion: boolean;
}

/** All that whoever runs a workspace decides about it. */
export interface WorkspaceRules extends MessageRules {
  /** Members make no links: admins and owners let people in. */
  readonly adminsInviteAlone: boolean;
}
