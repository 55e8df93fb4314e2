package dev.sayso.subscription.web;

/** An address below a subscription at which there is nothing. */
final class NoSuchPart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchPart(String detail) {
        super(detail, null, false, false);
    }
}
