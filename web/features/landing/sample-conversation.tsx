import Hash from 'icon:hash';
import { Avatar } from '../../ui/avatar.tsx';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import css from './sample.module.css';
import { landingTexts, sample } from './texts.ts';

/** A picture, made of what the room is made of: nothing in it is pressed or read out piece by piece. */
export const SampleConversation = () => (
  <div className={css.sheet} role="img" aria-label={landingTexts.sample}>
    <div className={css.bar}>
      <Icon of={Hash} size={18} />
      <b>engineering</b>
      <span>Ship 2.4 on Thursday</span>
    </div>
    {sample.map((message, index) => (
      <div key={message.id} className={css.message}>
        {index === sample.length - 1 ? <p className={css.new}>New</p> : null}
        <Avatar id={message.id} name={message.name} />
        <div>
          <p className={css.by}>
            <b>{message.name}</b>
            <span>{message.time}</span>
          </p>
          <p>{message.text}</p>
          {message.reactions.length === 0 ? null : (
            <p className={css.reactions}>
              {message.reactions.map(({ emoji, count, isOwn }) => (
                <span key={emoji} className={classes(isOwn && css.own)}>
                  <i>{emoji}</i>
                  {count}
                </span>
              ))}
            </p>
          )}
          {message.replies === 0 ? null : <p className={css.replies}>{message.replies} replies</p>}
        </div>
      </div>
    ))}
  </div>
);
