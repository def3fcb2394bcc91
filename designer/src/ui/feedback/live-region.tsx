import { useAnnouncement } from './announce.ts';

/** Once in the shell: the regions that screen readers listen to. */
export function LiveRegion() {
  const { polite, assertive } = useAnnouncement();
  return (
    <div className="sr">
      <div role="status" aria-live="polite">
        {polite}
      </div>
      <div role="alert" aria-live="assertive">
        {assertive}
      </div>
    </div>
  );
}
