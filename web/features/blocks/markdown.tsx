import { fromMarkdown } from '../../../domain/mrkdwn/from-markdown.ts';
import { Mrkdwn } from './text-object.tsx';

/** A block of Markdown proper, as language models write it. */
export const Markdown = ({ text }: { text: string }) => <Mrkdwn text={fromMarkdown(text)} />;
