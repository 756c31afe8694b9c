// People in the order of a Vietnamese list; the order itself is shared with the papers.
export { byGivenName } from '../../shared/name-order'
