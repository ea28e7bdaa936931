#include "jiezhuan/ledger/sqlite/bulk_members.hpp"

#include <utility>

namespace jiezhuan::sqlite {
namespace {

constexpr std::size_t kBatch = 4096;

} // namespace

BulkMembers::~BulkMembers() {
    if (thread_.joinable()) {
        {
            const std::lock_guard lock(mutex_);
            stop_ = true;
        }
        changed_.notify_all();
        thread_.join();
    }
}

BulkMembers::Row& BulkMembers::next() {
    if (filling_.size == kBatch) {
        hand_over();
    }
    if (filling_.size == filling_.rows.size()) {
        filling_.rows.emplace_back();
    }
    settled_ = false;
    return filling_.rows[filling_.size++];
}

void BulkMembers::settle() {
    if (settled_) {
        return;
    }
    {
        std::unique_lock lock(mutex_);
        wait(lock);
    }
    store(filling_);
    settled_ = true;
}

void BulkMembers::store(Batch& batch) const {
    const std::size_t size = std::exchange(batch.size, 0);
    for (std::size_t i = 0; i < size; ++i) {
        store_(batch.rows[i]);
    }
}

void BulkMembers::hand_over() {
    {
        std::unique_lock lock(mutex_);
        wait(lock);
        std::swap(filling_, storing_);
        busy_ = true;
    }
    changed_.notify_all();
    if (!thread_.joinable()) {
        thread_ = std::thread([this] { work(); });
    }
}

void BulkMembers::wait(std::unique_lock<std::mutex>& lock) {
    changed_.wait(lock, [this] { return !busy_; });
    if (failed_) {
        std::rethrow_exception(failed_);
    }
}

void BulkMembers::work() {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [this] { return busy_ || stop_; });
        if (!busy_) {
            return;
        }
        lock.unlock();
        std::exception_ptr failed;
        try {
            store(storing_);
        } catch (...) { // whatever it was: the caller's thread throws it again
            failed = std::current_exception();
        }
        lock.lock();
        failed_ = failed;
        busy_ = false;
        changed_.notify_all();
    }
}

} // namespace jiezhuan::sqlite
