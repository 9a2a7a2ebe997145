"""The facilitator's craft as pure functions and frozen values: no Qt, no SQL, no pandas."""
