import type { User } from '../../../protocol/entities.ts';
import type { UserId } from '../../../protocol/ids.ts';
import { Avatar } from '../../ui/avatar.tsx';
import type { AvatarSize } from '../../ui/avatar.tsx';
import { nameOf } from './names.ts';
import { usePerson } from './use-people.ts';

export const UserAvatar = ({
  user,
  id,
  size = 36,
}: {
  user: User | undefined;
  id: string;
  size?: AvatarSize;
}) => (
  <Avatar
    id={id}
    name={nameOf(user)}
    image={size > 48 ? user?.profile.image_192 : user?.profile.image_72}
    size={size}
    kind={user?.is_bot ? 'bot' : 'person'}
  />
);

export const PersonAvatar = ({ userId, size = 36 }: { userId: UserId; size?: AvatarSize }) => (
  <UserAvatar id={userId} user={usePerson(userId)} size={size} />
);
