import '../../../../scripts/map-group-by.mjs'

export default {}
