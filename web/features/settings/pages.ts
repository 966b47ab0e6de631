import Settings2 from 'icon:settings-2';
import Bot from 'icon:bot';
import ContactRound from 'icon:contact-round';
import KeyRound from 'icon:key-round';
import LockKeyhole from 'icon:lock-keyhole';
import Mail from 'icon:mail';
import ShieldCheck from 'icon:shield-check';
import SlidersHorizontal from 'icon:sliders-horizontal';
import SmilePlus from 'icon:face-slightly-smiling-plus';
import UserRound from 'icon:user-round';
import Users from 'icon:users';
import UsersRound from 'icon:users-round';
import type { ComponentType } from 'react';
import type { Role } from '../../../protocol/roles.ts';
import type { Glyph } from '../../ui/icon.tsx';
import { AccountPage } from '../account/account-page.tsx';
import { AccessPage } from '../access/access-page.tsx';
import { BotsPage } from '../access/bots-page.tsx';
import { DirectoryPage } from '../directory/directory-page.tsx';
import { EmojiPage } from '../emoji-admin/emoji-page.tsx';
import { GroupsPage } from '../groups/groups-page.tsx';
import { InvitationsPage } from '../inviting/invitations-page.tsx';
import { PeoplePage } from '../people-admin/people-page.tsx';
import { PoliciesPage } from '../policies/policies-page.tsx';
import { PreferencesPage } from '../preferences/preferences-page.tsx';
import { ProfilePage } from '../profile/profile-page.tsx';
import { WorkspacePage } from '../workspace-settings/workspace-page.tsx';
import type { settingsTexts } from './texts.ts';

export interface SettingsPage {
  readonly name: keyof typeof settingsTexts.pages;
  readonly section: keyof typeof settingsTexts.sections;
  readonly icon: Glyph;
  /** Whoever else is not shown that it is there. */
  readonly isFor: (role: Role) => boolean;
  readonly Page: ComponentType;
}

const everybody = (): boolean => true;
const membersUp = (role: Role): boolean => role !== 'guest';
const adminsUp = (role: Role): boolean => role === 'owner' || role === 'admin';

/** The table of the settings, in order. */
export const pages: readonly SettingsPage[] = [
  { name: 'profile', section: 'you', icon: UserRound, isFor: everybody, Page: ProfilePage },
  { name: 'preferences', section: 'you', icon: SlidersHorizontal, isFor: everybody, Page: PreferencesPage },
  { name: 'account', section: 'you', icon: LockKeyhole, isFor: everybody, Page: AccountPage },
  { name: 'access', section: 'you', icon: KeyRound, isFor: everybody, Page: AccessPage },
  { name: 'directory', section: 'workspace', icon: ContactRound, isFor: everybody, Page: DirectoryPage },
  { name: 'workspace', section: 'workspace', icon: Settings2, isFor: everybody, Page: WorkspacePage },
  { name: 'policies', section: 'workspace', icon: ShieldCheck, isFor: adminsUp, Page: PoliciesPage },
  { name: 'emoji', section: 'workspace', icon: SmilePlus, isFor: membersUp, Page: EmojiPage },
  { name: 'people', section: 'workspace', icon: UsersRound, isFor: membersUp, Page: PeoplePage },
  { name: 'groups', section: 'workspace', icon: Users, isFor: membersUp, Page: GroupsPage },
  { name: 'invitations', section: 'workspace', icon: Mail, isFor: membersUp, Page: InvitationsPage },
  { name: 'bots', section: 'workspace', icon: Bot, isFor: adminsUp, Page: BotsPage },
];
