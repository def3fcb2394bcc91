import { create } from 'zustand';

interface Connection {
  /** `lost`: the live stream broke off and is tried again; pages show what they had. */
  state: 'connecting' | 'open' | 'lost';
  /** When it was lost. */
  since: Date | undefined;
}

export const useConnection = create<Connection>(() => ({ state: 'connecting', since: undefined }));

export function connectionOpened(): void {
  useConnection.setState({ state: 'open', since: undefined });
}

export function connectionLost(): void {
  const { state } = useConnection.getState();
  if (state !== 'lost') useConnection.setState({ state: 'lost', since: new Date() });
}
