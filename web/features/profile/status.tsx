import { Suspense } from 'react';
import type { User } from '../../../protocol/entities.ts';
import { later } from '../../app/later.ts';

const StatusMark = later(() => import('./status-mark.tsx'), 'StatusMark');

/** Beside a name, where they have one. */
export const Status = ({ of: user }: { of: User | undefined }) =>
  user?.profile.status_emoji ? (
    <Suspense>
      <StatusMark profile={user.profile} />
    </Suspense>
  ) : null;
