import { presentProfile, presentUser } from '../../domain/present/user.ts';
import type { Profile, User } from '../../protocol/entities.ts';
import type { Person } from '../../protocol/objects/directory.ts';
import type { CallerCall } from './context.ts';

/** A person as this caller sees them. */
export const showUser = (context: CallerCall, { user }: Person, withLocale: boolean): User =>
  presentUser(user, {
    withEmail: seesEmails(context),
    withLocale,
    origin: context.request.origin,
  });

export const showProfile = (context: CallerCall, { user }: Person): Profile =>
  presentProfile(user.profile, { withEmail: seesEmails(context), origin: context.request.origin });

const seesEmails = ({ caller }: CallerCall): boolean => caller.scopes.includes('users:read.email');
