// The token is read when it is sent: a second sign-in in another tab replaces it.
export function csrfToken() {
  return document.cookie.match(/(?:^|; )csrftoken=([^;]*)/)?.[1] ?? "";
}
