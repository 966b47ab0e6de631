import Copy from 'icon:copy';
import { Fragment, useEffect, useState } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import css from './code-block.module.css';
import { copyText } from './copy.ts';
import type { Token } from './highlight.ts';
import { messageTexts } from './texts.ts';

const lengthMax = 20_000;

/** Code as it was written, coloured once the highlighter is there. The colours change no measure. */
export function CodeBlock({ code, language }: { code: string; language: string }) {
  const tokens = useTokens(code, language);
  return (
    <div className={css.block}>
      <pre tabIndex={0} role="region" aria-label={messageTexts.code(language)} dir="ltr">
        <code>{tokens === undefined ? code : <Tokens of={tokens} />}</code>
      </pre>
      <IconButton
        className={css.copy}
        icon={Copy}
        size={16}
        label={messageTexts.copyCode}
        onClick={() => void copyText(code, messageTexts.codeCopied)}
      />
    </div>
  );
}

const Tokens = ({ of }: { of: readonly Token[] }) =>
  of.map((token, index) => (
    <Fragment key={index}>
      {typeof token === 'string' ? (
        token
      ) : (
        <span className={css[token.look]}>
          <Tokens of={token.children} />
        </span>
      )}
    </Fragment>
  ));

function useTokens(code: string, language: string): readonly Token[] | undefined {
  const [tokens, setTokens] = useState<readonly Token[]>();
  useEffect(() => {
    if (code.length > lengthMax) return undefined;
    let isGone = false;
    void import('./highlight.ts').then(
      ({ highlight }) => {
        if (!isGone) setTokens(highlight(code, language));
      },
      // It could not be fetched: code without colours is code.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [code, language]);
  return tokens;
}
