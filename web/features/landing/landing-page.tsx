import { useStore } from '@nanostores/react';
import { useEffect } from 'react';
import { Link } from '../../app/router.tsx';
import { $account, loadAccount } from '../../store/account.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Mark } from '../../ui/mark.tsx';
import { ThemeButton } from '../preferences/theme-button.tsx';
import { product } from '../../app/product.ts';
import css from './landing.module.css';
import { SampleConversation } from './sample-conversation.tsx';
import { landingTexts } from './texts.ts';

/** What this is, in one screen. Somebody who is signed in finds their workspaces here. */
export function LandingPage() {
  const account = useStore($account);
  useEffect(() => {
    if (account.state === 'unknown') void loadAccount();
  }, [account.state]);
  return (
    <div className={css.page}>
      <title>{`${product} · ${landingTexts.title}`}</title>
      <header className={css.head}>
        <span className={css.brand}>
          <Mark />
          {product}
        </span>
        <span className={css.tools}>
          <ThemeButton />
          {account.state === 'signed_in' ? null : (
            <Link href="/sign-in" className={buttonClass('quiet')}>
              {landingTexts.signIn}
            </Link>
          )}
        </span>
      </header>
      <main className={css.main}>
        <div className={css.words}>
          <h1>{landingTexts.hero}</h1>
          <p className={css.lede}>{landingTexts.lede}</p>
          <Ways />
        </div>
        <SampleConversation />
      </main>
      <footer className={css.foot}>
        {landingTexts.facts.map(({ title, text }) => (
          <section key={title}>
            <h2>{title}</h2>
            <p>{text}</p>
          </section>
        ))}
        <p className={css.terminal}>
          <a href="/start">{landingTexts.terminal}</a>
        </p>
      </footer>
    </div>
  );
}

function Ways() {
  const account = useStore($account);
  const places = account.state === 'signed_in' ? account.workspaces : [];
  const [first] = places;
  return (
    <p className={css.ways}>
      {first === undefined ? null : (
        <Link href={`/w/${first.team.id}`} className={buttonClass('main', true)}>
          <span className="cut">{landingTexts.open(first.team.name)}</span>
        </Link>
      )}
      {places.length > 1 ? (
        <Link href="/workspaces" className={buttonClass('plain', true)}>
          {landingTexts.yours}
        </Link>
      ) : null}
      {first === undefined ? (
        <>
          <Link href="/new" className={buttonClass('main', true)}>
            {landingTexts.start}
          </Link>
          <Link href="/sign-in" className={buttonClass('plain', true)}>
            {landingTexts.signIn}
          </Link>
        </>
      ) : null}
    </p>
  );
}
