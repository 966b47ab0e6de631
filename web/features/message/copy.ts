import { toast } from '../../ui/toast.ts';
import { messageTexts } from './texts.ts';

/** Into the clipboard, with a word about it. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(done);
  } catch {
    toast(messageTexts.notCopied);
  }
}
