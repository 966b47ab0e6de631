import { createContext, useContext } from 'react';
import type { Workspace } from '../store/contract.ts';

export const WorkspaceContext = createContext<Workspace | undefined>(undefined);

/** The workspace around this component. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (workspace === undefined) throw new Error('outside a workspace');
  return workspace;
}
