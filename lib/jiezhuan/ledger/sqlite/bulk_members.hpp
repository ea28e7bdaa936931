// Members that are registered in bulk: a thread of its own stores them, a batch at a time, while the caller reads and judges the next.
#pragma once

#include "jiezhuan/ledger/sqlite/log.hpp"
#include "jiezhuan/model/member.hpp"

#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace jiezhuan::sqlite {

// Between the first next() and settle() what `store` uses belongs to that thread: settle() before anything else touches it.
class BulkMembers {
  public:
    struct Row {
        Log::Entry entry;
        std::string body;
        Member member;
    };
    using Store = std::function<void(const Row&)>;
    explicit BulkMembers(Store store) : store_(std::move(store)) {}
    // Lets the batch that is being stored end; what came since is dropped.
    ~BulkMembers();
    BulkMembers(const BulkMembers&) = delete;
    BulkMembers& operator=(const BulkMembers&) = delete;

    // The row to fill in; it holds what an earlier one held. What an earlier store threw is thrown here, or by settle().
    [[nodiscard]] Row& next();
    // Returns when every row is stored.
    void settle();

  private:
    struct Batch {
        std::vector<Row> rows; // kept when they are stored: their strings are used anew
        std::size_t size = 0;
    };
    void store(Batch& batch) const;
    void hand_over();
    void wait(std::unique_lock<std::mutex>& lock);
    void work();

    Store store_;
    bool settled_ = true;
    Batch filling_;
    std::mutex mutex_;
    std::condition_variable changed_;
    // What follows is read and written with the mutex held; the batch itself by the thread alone while `busy_`.
    Batch storing_;
    bool busy_ = false;
    bool stop_ = false;
    std::exception_ptr failed_;
    std::thread thread_; // begins with the first full batch
};

} // namespace jiezhuan::sqlite
