import { Component } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { appTexts } from './texts.ts';

interface State {
  readonly isBroken: boolean;
}

/** A fault of ours must not be a white page. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { isBroken: false };

  static getDerivedStateFromError(): State {
    return { isBroken: true };
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return (
      <Notice title={appTexts.brokenTitle} lede={appTexts.brokenLede}>
        <Button look="main" big onClick={() => location.reload()}>
          {appTexts.reload}
        </Button>
      </Notice>
    );
  }
}
