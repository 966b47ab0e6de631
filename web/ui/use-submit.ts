import { useRef, useState } from 'react';
import type { FormEvent } from 'react';

/**
 * A form's one way: `work` answers what to tell the person, or nothing when it went well. A second press while it
 * runs does nothing.
 */
export function useSubmit(work: () => Promise<string | undefined>) {
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const running = useRef(false);
  const submit = async (): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setProblem(undefined);
    try {
      setProblem(await work());
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void submit();
  };
  return { problem, setProblem, isBusy, onSubmit, submit };
}
