import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { leaveSession } from '../lib/session.ts';
import { showError } from '../ui/feedback/toast.tsx';

/** Ends the session at the api, forgets all data and leads to the sign-in page. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    try {
      await leaveSession();
      await navigate({ to: '/sign-in', search: {} });
      client.clear();
    } catch (error) {
      showError(error, 'You are still signed in.');
    }
  };
}
