import { useStore } from '@nanostores/react';
import { Suspense, useEffect, useState } from 'react';
import type { TeamId } from '../../protocol/ids.ts';
import type { Workspace } from '../store/contract.ts';
import { Banner } from '../features/banner/banner.tsx';
import { openWorkspace } from '../store/session.ts';
import { useSlow } from '../ui/skeleton.tsx';
import { later } from './later.ts';
import { Shell } from './shell.tsx';
import { appTexts } from './texts.ts';
import { WorkspaceContext } from './workspace-context.ts';

const LockedPage = later(() => import('./locked-page.tsx'), 'LockedPage');

/** `/w/T…`: opens the workspace, and shows the room as soon as it knows who is looking. */
export function WorkspacePage({ teamId }: { teamId: TeamId }) {
  const [workspace, setWorkspace] = useState<Workspace>();
  useEffect(() => setWorkspace(openWorkspace(teamId)), [teamId]);
  if (workspace === undefined) return null;
  return (
    <WorkspaceContext value={workspace}>
      <Room workspace={workspace} />
    </WorkspaceContext>
  );
}

function Room({ workspace }: { workspace: Workspace }) {
  const self = useStore(workspace.$self);
  const connection = useStore(workspace.$connection);
  const isSlow = useSlow(self === undefined);
  switch (connection.state) {
    case 'signed_out':
    case 'revoked':
    case 'user_changed':
    case 'outdated':
      return (
        <Suspense>
          <LockedPage reason={connection.state} />
        </Suspense>
      );
    case 'connecting':
    case 'live':
    case 'offline':
      if (self !== undefined) return <Shell />;
      return isSlow ? (
        <>
          <p className="visually-hidden" role="status">
            {appTexts.opening}
          </p>
          <Banner />
        </>
      ) : null;
  }
}
